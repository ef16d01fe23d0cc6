/** Measures the extractor against the gold set in {@code eval/}; eval/README.md says how. */
@NullMarked
package org.tamga.eval;

import org.jspecify.annotations.NullMarked;
