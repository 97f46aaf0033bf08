namespace HyperscaleSdk;

/// <summary>A reservation with who made it and when.</summary>
internal sealed record OpenReservation(UsageReservation Call, DateTimeOffset ReservedAt, ReservationOwner Owner);
