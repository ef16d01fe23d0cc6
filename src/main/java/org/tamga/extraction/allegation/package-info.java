/** Who is said to have done what harm to whom. */
@NullMarked
package org.tamga.extraction.allegation;

import org.jspecify.annotations.NullMarked;
