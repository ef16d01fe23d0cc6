/**
 * Tells a capture that holds what somebody came for from one that holds something else in its
 * place: a captcha, a log-in form, an error message, a notice on cookies.
 *
 * <p>It must never call a page empty that says something of its own.
 *
 * <p>Specification: docs/spec/text.md.
 */
@NullMarked
package org.tamga.text.capture;

import org.jspecify.annotations.NullMarked;
