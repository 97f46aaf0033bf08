using HyperscaleSdk.Fuzzing;
using HyperscaleSdk.Fuzzing.Running;

if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}

return options.WorkerTally is null ? new Supervisor(options).Run() : new Worker(options).Run();
