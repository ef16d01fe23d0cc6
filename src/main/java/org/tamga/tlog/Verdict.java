package org.tamga.tlog;

import java.util.List;
import java.util.stream.Collectors;
import org.tamga.tlog.SignedNote.NoteSignature;

/**
 * A witness's answer to a log: a cosignature, or why there is none.
 *
 * <p>C2SP tlog-witness {@code add-checkpoint}; docs/spec/witness.md has the order of the checks.
 */
public sealed interface Verdict {
  /** The HTTP status that the specification asks for. */
  int status();

  /** What the answer says. */
  String body();

  /** The media type of {@link #body}. */
  default String mediaType() {
    return "text/plain; charset=utf-8";
  }

  /** The state is consistent and now stored. */
  record Cosigned(List<NoteSignature> signatures) implements Verdict {
    public Cosigned {
      signatures = List.copyOf(signatures);
    }

    @Override
    public int status() {
      return 200;
    }

    @Override
    public String body() {
      return signatures.stream().map(NoteSignature::toString).collect(Collectors.joining());
    }
  }

  /** The request is not in its one form. */
  record Malformed(String why) implements Verdict {
    @Override
    public int status() {
      return 400;
    }

    @Override
    public String body() {
      return why + "\n";
    }
  }

  /** No key that the witness knows has signed, or a signature by one does not hold. */
  record NotSigned(String why) implements Verdict {
    @Override
    public int status() {
      return 403;
    }

    @Override
    public String body() {
      return why + "\n";
    }
  }

  /** The witness does not watch this log. */
  record UnknownLog() implements Verdict {
    @Override
    public int status() {
      return 404;
    }

    @Override
    public String body() {
      return "this witness does not watch a log of that name\n";
    }
  }

  /** The log proves consistency with another size than the witness cosigned last. */
  record OtherSize(long size) implements Verdict {
    @Override
    public int status() {
      return 409;
    }

    @Override
    public String body() {
      return size + "\n";
    }

    @Override
    public String mediaType() {
      return "text/x.tlog.size";
    }
  }

  /** The state does not continue the one cosigned last. */
  record Inconsistent(String why) implements Verdict {
    @Override
    public int status() {
      return 422;
    }

    @Override
    public String body() {
      return why + "\n";
    }
  }
}
