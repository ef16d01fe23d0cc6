package org.tamga.witness;

/**
 * Why a witness did not cosign.
 *
 * <p>docs/spec/witness.md, "Having an archive cosigned", says for each what to do.
 */
public enum Trouble {
  /** No connection, or not an address. */
  WITNESS_UNREACHABLE(false),
  /** No whole answer in time. */
  WITNESS_SILENT(false),
  /** An answer that says no. */
  WITNESS_REFUSED(false),
  /** An answer that is none, or holds no valid cosignature by the key in the policy. */
  WITNESS_INVALID(false),
  /** It says that it cosigned a longer log. */
  WITNESS_AHEAD(true),
  /** It says that it cosigned another history. */
  WITNESS_FORKED(true);

  private final boolean against;

  Trouble(boolean against) {
    this.against = against;
  }

  /** Whether the witness speaks against the archive, so that no quorum outweighs it. */
  public boolean speaksAgainst() {
    return against;
  }
}
