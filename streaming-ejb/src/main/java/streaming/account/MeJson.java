package streaming.account;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.image.ImageShape;

/**
 * An account with its profile, as its owner sees it. {@code picture} and {@code cover} are addresses on this site; what is
 * null is not told to who asks.
 */
public record MeJson(
        long id,
        String username,
        String name,
        String email,
        boolean emailConfirmed,
        boolean staff,
        boolean admin,
        Instant lastLogin,
        Instant joinedAt,
        String firstName,
        String lastName,
        String phone,
        String bio,
        String picture,
        String cover) {

    static MeJson of(Account account, Profile profile) {
        return new MeJson(
                account.id(),
                account.username(),
                name(account, profile),
                account.email(),
                account.isEmailConfirmed(),
                account.isStaff(),
                account.isAdmin(),
                account.lastLogin(),
                account.joinedAt(),
                profile.firstName(),
                profile.lastName(),
                profile.phone(),
                profile.bio(),
                profile.address(ImageShape.PICTURE, account.username()),
                profile.address(ImageShape.COVER, account.username()));
    }

    /** What a program may see that acts for the owner, by a token that covers no more than a channel. */
    MeJson withoutContact() {
        return new MeJson(
                id,
                username,
                name,
                null,
                emailConfirmed,
                staff,
                admin,
                lastLogin,
                joinedAt,
                null,
                null,
                null,
                bio,
                picture,
                cover);
    }

    private static String name(Account account, Profile profile) {
        var names = Stream.of(profile.firstName(), profile.lastName())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? account.username() : names;
    }
}
