/** The operators' pages, for the role admin alone. */
package streaming.web.admin;
