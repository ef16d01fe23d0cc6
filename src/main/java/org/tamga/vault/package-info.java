/**
 * Bytes kept under the name of their digest.
 *
 * <p>A {@link org.tamga.vault.Vault} only ever adds whole objects and takes them away; it never
 * changes one. All writing to the disk, here and in every later package, passes {@link
 * org.tamga.vault.Disk}.
 *
 * <p>Example: {@code vault.open(Digest.parse("sha256:…"))} reads what was sealed.
 *
 * <p>Specification: docs/spec/archive.md.
 */
@NullMarked
package org.tamga.vault;

import org.jspecify.annotations.NullMarked;
