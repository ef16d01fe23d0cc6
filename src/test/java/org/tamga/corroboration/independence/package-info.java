/** Tests and measurements of what is independent. */
@NullMarked
package org.tamga.corroboration.independence;

import org.jspecify.annotations.NullMarked;
