package org.tamga.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs command lines inside this process, and keeps what they print. */
public final class Console {
  private String out = "";
  private String err = "";

  /** Runs one with nothing typed, and gives its exit status. */
  public int run(String... line) {
    return run(new ByteArrayInputStream(new byte[0]), line);
  }

  /** Runs one that reads what is typed, and gives its exit status. */
  public int run(InputStream typed, String... line) {
    InputStream realIn = System.in;
    PrintStream realOut = System.out;
    PrintStream realErr = System.err;
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    try {
      System.setIn(typed);
      System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(talk, true, StandardCharsets.UTF_8));
      return Tamga.run(line);
    } finally {
      System.setIn(realIn);
      System.setOut(realOut);
      System.setErr(realErr);
      out = data.toString(StandardCharsets.UTF_8);
      err = talk.toString(StandardCharsets.UTF_8);
    }
  }

  /** The data that the last one printed. */
  public String out() {
    return out;
  }

  /** The talk of the last one. */
  public String err() {
    return err;
  }
}
