/** Tests of the checker, and the archives that they damage. */
@NullMarked
package org.tamga.verify;

import org.jspecify.annotations.NullMarked;
