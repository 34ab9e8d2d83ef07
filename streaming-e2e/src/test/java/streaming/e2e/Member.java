package streaming.e2e;

/** Somebody with an account, signed in to the API. */
record Member(String name, String password, String accessToken, String refreshToken) {

    static final String PASSWORD = "correct horse battery";

    String email() {
        return emailOf(name);
    }

    static String emailOf(String name) {
        return name + "@example.org";
    }
}
