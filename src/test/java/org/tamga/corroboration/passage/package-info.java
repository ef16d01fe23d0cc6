/** Tests and measurements of what two texts have in common. */
@NullMarked
package org.tamga.corroboration.passage;

import org.jspecify.annotations.NullMarked;
