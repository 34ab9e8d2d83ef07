/** The site on /: the table of contents of the REST API, who is asking, and the pages. */
package streaming.web;
