/**
 * Words compared by what they tell: function words left aside, endings cut, names and their
 * initials.
 *
 * <p>The words of a language stand in resource files; nothing here knows one by heart. It must
 * never decide that two people are one: it says which words two phrases share, and callers say what
 * that is worth.
 *
 * <p>Example: {@code Wording.english().telling("the closure of the camps")} is {@code closur,
 * camp}.
 *
 * <p>Specification: docs/spec/genealogy.md and docs/spec/event-links.md.
 */
@NullMarked
package org.tamga.corroboration.wording;

import org.jspecify.annotations.NullMarked;
