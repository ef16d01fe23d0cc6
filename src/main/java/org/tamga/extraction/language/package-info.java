/**
 * What stands in a text as language: sentences, words with their class and base form, quotation
 * marks paired over paragraphs.
 *
 * <p>OpenNLP's models do the statistical part; the preparation around them repairs what press text
 * does to them. Every place is given in code points of the document's text.
 */
@NullMarked
package org.tamga.extraction.language;

import org.jspecify.annotations.NullMarked;
