package org.tamga.corroboration.origin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The likely first document of a group, or that it is not known.
 *
 * @param document its id; null where it is unknown or not in the archive
 * @param named who is named as the source and is not in the archive, if so
 * @param why the reasons, in words; never empty
 */
public record Origin(@Nullable String document, @Nullable String named, List<String> why) {
  public Origin {
    why = List.copyOf(why);
    if (why.isEmpty()) {
      throw new IllegalArgumentException("an origin, even an unknown one, has a reason");
    }
  }

  /** Nobody knows. */
  public static Origin unknown(String why) {
    return new Origin(null, null, List.of(why));
  }
}
