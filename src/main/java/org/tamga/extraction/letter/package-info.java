/** Letters, petitions and other texts that somebody writes to somebody: who is "we", who "you". */
@NullMarked
package org.tamga.extraction.letter;

import org.jspecify.annotations.NullMarked;
