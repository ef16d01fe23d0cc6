/** Tests of the log against its specifications' examples and against second opinions. */
@NullMarked
package org.tamga.tlog;

import org.jspecify.annotations.NullMarked;
