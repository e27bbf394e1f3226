using Chancery.Cli;

return ChanceryCommand.Run(args);
