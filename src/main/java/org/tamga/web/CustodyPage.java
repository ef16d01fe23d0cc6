package org.tamga.web;

import java.util.List;

/**
 * What happened to one document, and how anybody can check it by hand.
 *
 * @param frame around it
 * @param head what is known of the document
 * @param events what happened, in the order of the log
 * @param vaultFile where its bytes stand in the archive
 * @param bytes how many there are
 * @param size number of events that the checkpoint covers
 * @param root root hash of the log, in hex
 * @param checkpoint the signed checkpoint, word for word
 */
public record CustodyPage(
    Frame frame,
    DocumentHead head,
    List<Line> events,
    String vaultFile,
    long bytes,
    long size,
    String root,
    String checkpoint) {
  public CustodyPage {
    events = List.copyOf(events);
  }

  /**
   * One event.
   *
   * @param index its place in the log
   * @param kind the word of the specification for what happened
   * @param happened the same in a sentence
   * @param time when, by the clock of the machine that logged it; empty where not known
   * @param said what the event says, by the names of the specification
   * @param isSigned whether a person signed it
   * @param entry the entry as the log holds it
   * @param leaf SHA-256 of a zero byte and the entry: its hash in the log's tree
   * @param bundle path of the file that holds the entry
   */
  public record Line(
      long index,
      String kind,
      String happened,
      String time,
      List<LabelledText> said,
      boolean isSigned,
      String entry,
      String leaf,
      String bundle) {
    public Line {
      said = List.copyOf(said);
    }
  }
}
