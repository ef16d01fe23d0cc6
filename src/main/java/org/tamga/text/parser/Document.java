package org.tamga.text.parser;

import java.nio.file.Path;

/**
 * A document that is to be taken apart.
 *
 * @param name the name it came under; names lie
 * @param choice what of it is wanted, such as a page; empty for all of it
 * @param mediaType what its bytes seem to be
 * @param file its bytes, in memory, for as long as it is being taken apart
 * @param size how many bytes there are
 */
public record Document(String name, String choice, String mediaType, Path file, long size) {}
