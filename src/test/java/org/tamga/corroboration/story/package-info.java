/**
 * Stories with known truth: sets of documents of which it is known who took what from whom.
 *
 * <p>Some are written by hand ({@code eval/echoes}), any number can be made from a seed.
 * eval/echoes was committed before any detector was there; its README.md says what each truth
 * means.
 */
@NullMarked
package org.tamga.corroboration.story;

import org.jspecify.annotations.NullMarked;
