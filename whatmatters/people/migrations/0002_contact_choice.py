import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
        ('places', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ContactChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('channel', models.CharField(choices=[('post', 'post'), ('email', 'email'), ('in_person', 'in_person')], max_length=24)),
                ('address', models.TextField(blank=True)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('unsafe', models.TextField(blank=True)),
                ('avoided', models.TextField(blank=True)),
                ('hours', models.CharField(blank=True, max_length=200)),
                ('language', models.CharField(choices=[('en', 'en'), ('cy', 'cy'), ('other', 'other')], max_length=24)),
                ('large_print', models.BooleanField(default=False)),
                ('statements', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_choices', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'person', '-id'], name='contact_by_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('channel__in', ['post', 'email', 'in_person'])), name='contact_channel'), models.CheckConstraint(condition=models.Q(('language__in', ['en', 'cy', 'other'])), name='contact_language'), models.CheckConstraint(condition=models.Q(('address', ''), ('channel', 'post'), _negated=True), name='contact_post_where'), models.CheckConstraint(condition=models.Q(('channel', 'email'), ('email', ''), _negated=True), name='contact_email_where')],
            },
        ),
    ]
