/** Tests of echoes kept in step with the record. */
@NullMarked
package org.tamga.record.echo;

import org.jspecify.annotations.NullMarked;
