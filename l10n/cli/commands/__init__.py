"""The commands, one file a group: options in, a verb of `workflow` called, its report printed."""
