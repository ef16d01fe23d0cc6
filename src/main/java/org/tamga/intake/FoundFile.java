package org.tamga.intake;

import java.nio.file.Path;
import org.tamga.custody.FileName;

/**
 * Something that stands under the paths that a person gave.
 *
 * @param path where it is
 * @param name what it is called, byte for byte
 * @param place where it stands below the path that was given, byte for byte, parted by slashes
 */
public record FoundFile(Path path, FileName name, FileName place) {}
