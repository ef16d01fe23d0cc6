/** Tests of witnesses over HTTP on this machine. */
@NullMarked
package org.tamga.witness;

import org.jspecify.annotations.NullMarked;
