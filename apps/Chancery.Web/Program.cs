using Chancery.Web;

return await WebCommand.RunAsync(args);
