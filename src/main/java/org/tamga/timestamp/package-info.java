/**
 * Trusted time: an authority's signed statement that a state of the log existed at a moment.
 *
 * <p>Asks an authority only where a person typed its address, stores a reply only after it passed
 * every check, and never trusts a certificate because it came with the reply.
 *
 * <p>Example: {@code new TimestampChecker(anchors).check(reply, text, null)}.
 *
 * <p>Specification: docs/spec/timestamps.md; RFC 3161, RFC 5816, RFC 5280.
 */
@NullMarked
package org.tamga.timestamp;

import org.jspecify.annotations.NullMarked;
