/**
 * Makes annotations from readable text: one class a method, each with a name and a version.
 *
 * <p>Pure functions of their inputs: no clock, no network, no state that changes what comes out. It
 * must never put out a quote that is not in the text, and never name somebody where the text leaves
 * it open: where a rule is in doubt, the field stays absent.
 *
 * <p>Words and rates live in resource files beside the classes; rules do not list English words.
 */
@NullMarked
package org.tamga.extraction;

import org.jspecify.annotations.NullMarked;
