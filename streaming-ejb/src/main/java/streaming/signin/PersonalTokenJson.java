package streaming.signin;

/** A personal token, shown this once; only its hash is kept. */
public record PersonalTokenJson(String token, SignInJson signIn) {}
