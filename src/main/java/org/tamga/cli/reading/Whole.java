package org.tamga.cli.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.vault.Digest;

/**
 * A document with all that came out of it: who withholds or destroys a container means its members
 * too, as far as they came in through it.
 *
 * @param members log indexes of the events that brought members in, in order
 * @param gone members that came in through this document alone
 * @param containers what this document came out of, and still lies within
 */
public record Whole(List<Long> members, Set<Digest> gone, Set<String> containers) {
  public Whole {
    members = List.copyOf(members);
    gone = Set.copyOf(gone);
    containers = Set.copyOf(containers);
  }

  /** What came out of this document, and what it came out of. */
  public static Whole of(ArchiveView view, Digest document) throws IOException {
    List<Long> members = new ArrayList<>();
    Set<String> opened = new HashSet<>();
    Set<String> containers = new TreeSet<>();
    Map<Digest, Integer> fromElsewhere = new HashMap<>();
    Set<Digest> within = new HashSet<>();
    view.forEach(
        logged -> {
          if (!(logged.event().orElse(null) instanceof Acquired event)) {
            return;
          }
          String container = event.particulars().get("container");
          if (event.digest().equals(document)) {
            opened.add(place(event));
            if (container != null) {
              containers.add(container);
            }
          } else if (container != null && opened.contains(placeOfContainer(event))) {
            opened.add(place(event));
            members.add(logged.index());
            within.add(event.digest());
          } else {
            fromElsewhere.merge(event.digest(), 1, Integer::sum);
          }
        });
    within.removeAll(fromElsewhere.keySet());
    return new Whole(members, within, containers);
  }

  private static String place(Acquired event) {
    return event.run() + " " + event.path().display();
  }

  private static String placeOfContainer(Acquired member) {
    String place = place(member);
    String path = member.particulars().get("member");
    int length = place.length() - (path == null ? 0 : path.length() + 1);
    return length < 0 ? "" : place.substring(0, length);
  }
}
