package org.tamga.extraction.language;

import org.tamga.text.Span;

/**
 * One stretch between quotation marks, within one block.
 *
 * <p>A quotation that runs over several paragraphs is several of these, the later ones {@linkplain
 * #continues continuing} the one before.
 *
 * @param outer its place with its marks
 * @param inner its place without them
 * @param blockIndex number of the block that it stands in
 * @param depth 0, or 1 for a quotation inside another
 * @param opened whether its opening mark is there
 * @param closed whether its closing mark is there
 * @param continues whether it goes on with the quotation of the paragraph before
 */
public record Quotation(
    Span outer,
    Span inner,
    int blockIndex,
    int depth,
    boolean opened,
    boolean closed,
    boolean continues) {}
