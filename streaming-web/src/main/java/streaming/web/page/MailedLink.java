package streaming.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import streaming.credential.LinkToken;

/**
 * The secret in the address of a page that a mail leads to. Looking at the page changes nothing, since programs that
 * check mail do so; its button sends the secret in the body.
 */
final class MailedLink {

    private MailedLink() {}

    static boolean isIn(HttpServletRequest request) {
        return request.getParameter("token") != null;
    }

    /** The secret; what the browser loads and opens from here gets to know only the site's name. */
    static LinkToken of(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin"); // none at all would take the form's Origin away, too
        response.setHeader("Cache-Control", "no-store");
        return new LinkToken(String.valueOf(request.getParameter("token")));
    }
}
