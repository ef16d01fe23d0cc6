/**
 * Groups of words that several extractors look for: what is counted, who is named, and in whose
 * voice a passage stands.
 */
@NullMarked
package org.tamga.extraction.phrase;

import org.jspecify.annotations.NullMarked;
