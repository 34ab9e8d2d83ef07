/** The operators' pages, for the role admin; the role staff sees them, and changes nothing. */
package streaming.web.admin;
