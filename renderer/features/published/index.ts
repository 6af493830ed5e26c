export { LivePage } from './LivePage.tsx';
export { PublicationPanel } from './PublicationPanel.tsx';
