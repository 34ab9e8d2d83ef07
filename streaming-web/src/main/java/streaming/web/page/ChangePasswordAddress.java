package streaming.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where password managers look for the page that changes one (W3C, A Well-Known URL for Changing Passwords). */
@WebServlet("/.well-known/change-password")
public class ChangePasswordAddress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        View.seeOther("/settings/account", response);
    }
}
