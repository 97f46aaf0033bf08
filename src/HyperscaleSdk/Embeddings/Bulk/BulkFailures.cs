using System.Net;

namespace HyperscaleSdk;

/// <summary>Tells the failures of single texts from those that all others would meet too.</summary>
internal static class BulkFailures
{
    /// <summary>Whether the texts of the call failed, and others may not.</summary>
    public static bool IsOfTexts(Exception failure) => MayBeOneText(failure) || failure is HyperscaleRateLimitException { IsTransient: true }
        or HyperscaleServerException or HyperscaleConnectionException or HyperscaleStreamException or HyperscaleResponseException or TimeoutException or HttpRequestException;

    /// <summary>Whether one text may have spoilt the call for the others.</summary>
    public static bool MayBeOneText(Exception failure) => failure is PersonalDataBlockedException
        or HyperscaleRequestException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity }
        or HyperscaleRequestException { StatusCode: null, ErrorCode: "personal_data_unreadable" };
}
