package org.tamga.cli.keys;

import picocli.CommandLine.Command;

/** The commands about keys. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Replaces, revokes, locks and shares the keys that sign.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ListKeysCommand.class,
      RotateCommand.class,
      CloseCommand.class,
      RecoverCommand.class,
      RevokeCommand.class,
      PassphraseCommand.class,
      ShareCommand.class,
      JoinCommand.class
    })
public final class KeysCommand {}
