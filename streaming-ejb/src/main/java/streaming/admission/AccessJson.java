package streaming.admission;

import streaming.access.Visibility;

/**
 * Who may watch. {@code role} is missing where no role decides, {@code password} tells whether there is one,
 * {@code sessions} on how many devices one may watch at once, 0 for any number.
 */
public record AccessJson(String visibility, String role, boolean password, int sessions) {

    static AccessJson of(Visibility visibility, String role, boolean password, int sessions) {
        return new AccessJson(visibility.text(), visibility == Visibility.ROLE ? role : null, password, sessions);
    }
}
