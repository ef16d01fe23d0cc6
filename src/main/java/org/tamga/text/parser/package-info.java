/**
 * What runs behind the wall: takes documents apart that strangers made, in a process that can reach
 * nothing.
 *
 * <p>These classes and the parsers of others that they use are not on the program's own class path;
 * they stand in jars of their own beside it. They know nothing of archives, and whatever they say
 * is parsed as if an enemy had written it.
 *
 * <p>A new format is a {@link org.tamga.text.parser.DocumentParser}, named in {@code
 * META-INF/services}.
 *
 * <p>Specification: docs/spec/wall.md.
 */
@NullMarked
package org.tamga.text.parser;

import org.jspecify.annotations.NullMarked;
