/**
 * Whole copies of an archive: made, brought forward, and used to mend what is lost.
 *
 * <p>No new evidence comes into being here, only what a signed root or a digest vouches for is put
 * in place. What was destroyed is never brought back, and two diverged histories are never merged.
 *
 * <p>Example: {@code Replication.run(disk, archive, copy, Replication.Depth.NEW)}.
 *
 * <p>Specification: docs/spec/copies.md.
 */
@NullMarked
package org.tamga.custody.copy;

import org.jspecify.annotations.NullMarked;
