/**
 * An append-only Merkle log: hashes, tiles, checkpoints, proofs and the keys that sign them.
 *
 * <p>Nothing here touches a disk or a network: tiles come in through {@link
 * org.tamga.tlog.TileReader}. What is parsed is canonical or refused.
 *
 * <p>Example: {@code Checkpoint.parse(note.text())} gives the size and root that a log signed.
 *
 * <p>Specifications: RFC 6962 section 2.1 and the C2SP pages signed-note, tlog-checkpoint,
 * tlog-tiles, tlog-cosignature, tlog-policy and tlog-witness; our use of them is in
 * docs/spec/log.md and docs/spec/witness.md.
 */
@NullMarked
package org.tamga.tlog;

import org.jspecify.annotations.NullMarked;
