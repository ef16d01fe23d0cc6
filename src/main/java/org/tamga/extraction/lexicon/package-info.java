/**
 * Words and lists of a language, read from resource files, so that rules do not know a language by
 * heart.
 */
@NullMarked
package org.tamga.extraction.lexicon;

import org.jspecify.annotations.NullMarked;
