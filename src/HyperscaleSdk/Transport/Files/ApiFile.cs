namespace HyperscaleSdk;

/// <summary>A file that an operation uploads.</summary>
public sealed class ApiFile : IDisposable
{
    /// <summary>Makes a file of a stream.</summary>
    /// <param name="content">The bytes, read once from where the stream stands; it stays the caller's to dispose.</param>
    /// <param name="fileName">The name that the provider sees, without a folder.</param>
    /// <param name="contentType">The media type; <see langword="null"/> means <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The name is empty or holds a line break.</exception>
    public ApiFile(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (fileName.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new ArgumentException("A file name holds no line break.", nameof(fileName));
        }

        Content = content;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>The bytes.</summary>
    public Stream Content { get; }

    /// <summary>The name that the provider sees.</summary>
    public string FileName { get; }

    /// <summary>The media type; <see langword="null"/> means <c>application/octet-stream</c>.</summary>
    public string? ContentType { get; }

    /// <summary>Opens a file on disk; disposing the result closes it.</summary>
    /// <param name="path">The file's path; the provider sees its name only.</param>
    /// <param name="contentType">The media type; <see langword="null"/> means <c>application/octet-stream</c>.</param>
    /// <returns>The file, open for reading.</returns>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static ApiFile Open(string path, string? contentType = null)
        => new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan), Path.GetFileName(path), contentType);

    /// <summary>Makes a file of bytes in memory.</summary>
    /// <param name="content">The bytes, not copied.</param>
    /// <param name="fileName">The name that the provider sees.</param>
    /// <param name="contentType">The media type; <see langword="null"/> means <c>application/octet-stream</c>.</param>
    /// <returns>The file.</returns>
    public static ApiFile FromBytes(byte[] content, string fileName, string? contentType = null) => new(new MemoryStream(content, writable: false), fileName, contentType);

    /// <summary>Closes the content.</summary>
    public void Dispose() => Content.Dispose();
}
