/** The pages for viewers and streamers: what stands behind each form, and how an address finds its page. */
package streaming.web.page;
